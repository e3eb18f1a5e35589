"""PDF of Office files through LibreOffice: many at once, none lost, each as if it had been converted alone.

`printing.print_documents` is the way in. Letters of one template are joined as sections of one document (`joining`),
converted once and split (`splitting`); all else is converted in batches (`converting`). Every PDF gets its own title,
no clock and no chance (`finishing`). Needs LibreOffice and the extra `pdf` (pikepdf).
"""

from ibndocs.office.pdf.merging import merge_pdfs
from ibndocs.office.pdf.printing import Document, Printed, print_documents

__all__ = ["Document", "Printed", "merge_pdfs", "print_documents"]
