"""Word: tagged templates, forms with slots, Markdown as paragraphs."""
