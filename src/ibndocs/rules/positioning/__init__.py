"""How the network stands towards policy, spearhead clusters and others."""
