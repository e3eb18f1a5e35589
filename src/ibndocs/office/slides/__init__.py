"""PowerPoint: a deck compiled once, its shapes, tables, charts and notes filled, its fit measured."""
