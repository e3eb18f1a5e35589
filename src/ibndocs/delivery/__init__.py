"""Delivery: the only room that writes into the output folder, whole or not at all, with a manifest of it."""

from ibndocs.delivery.manifest import Manifest, read_manifest
from ibndocs.delivery.writing import Delivered, deliver

__all__ = ["Delivered", "Manifest", "deliver", "read_manifest"]
