"""One description of an IBN project in, the complete and consistent subsidy dossier out."""

__version__ = "0.1.0"
