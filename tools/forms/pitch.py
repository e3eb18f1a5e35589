"""The deck for the pitch: a stand-in for the PowerPoint template of the call."""

from __future__ import annotations

from tools.forms.pitch_package import pack_deck
from tools.forms.pitch_slides import first_slides
from tools.forms.pitch_slides_after import last_slides

from ibndocs.call.pack import load_call

FILE = "forms/pitch.pptx"
CALL = "ibn-2025"


def make() -> bytes:
    """The blank deck."""
    call = load_call(CALL).call
    return pack_deck(
        [*first_slides(), *last_slides()], title=f"Pitch – {call.title}", subject=f"Voorbeeldvorm, {call.notice}"
    )
