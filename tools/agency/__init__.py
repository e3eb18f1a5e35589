"""Forms as another agency would make them, own work: they show the engine what it did not make itself."""
