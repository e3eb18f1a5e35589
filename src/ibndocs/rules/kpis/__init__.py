"""The indicators and milestones by which the network is followed."""
