"""The Office craft: packages, Word, PowerPoint and Excel; knows nothing of subsidies."""
