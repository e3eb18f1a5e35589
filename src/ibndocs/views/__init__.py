"""Views: what documents may print, made once from the description, the call and the arithmetic.

A view is a tree of mappings and lists that ends in values which print themselves (`foundation.values`), so that Word,
PowerPoint and Excel take the same value: one fact, one place. Names are the language of slots and templates; they
are listed in `docs/waarden.md`. No key has the name of a dict method, as templates write `team.fte`, not `team["fte"]`.
"""

from ibndocs.views.dossier import Dossier, build_common_view, build_phase_view, build_view, gather
from ibndocs.views.network import view_letter

__all__ = ["Dossier", "build_common_view", "build_phase_view", "build_view", "gather", "view_letter"]
