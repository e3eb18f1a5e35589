"""Documents: from an entry of the call pack, its form and its slots to finished bytes.

Adding a document takes no code: an entry under `[[documents]]` in `call.toml`, a form and its slots. What differs per
kind of file (Word, PowerPoint, Excel) is settled in `forms.py`, once.
"""

from ibndocs.documents.forms import Form, open_form
from ibndocs.documents.rendering import Output, Rendering, render_documents

__all__ = ["Form", "Output", "Rendering", "open_form", "render_documents"]
