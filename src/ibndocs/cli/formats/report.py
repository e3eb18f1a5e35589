"""What a check of one description found, and its counts per phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ibndocs.foundation.findings import Finding, Severity, Text

_WORDS = {
    "knock-out": (Text("knock-out", "knock-out"), Text("knock-outs", "knock-outs")),
    "exclusion": (Text("uitsluiting", "exclusion"), Text("uitsluitingen", "exclusions")),
    "limit": (Text("limiet", "limit"), Text("limieten", "limits")),
    "structure": (Text("opbouwfout", "structural fault"), Text("opbouwfouten", "structural faults")),
    "advice": (Text("advies", "advice"), Text("adviezen", "advices")),
    "info": (Text("opmerking", "note"), Text("opmerkingen", "notes")),
    "waived": (Text("afwijking", "waiver"), Text("afwijkingen", "waivers")),
}


@dataclass(frozen=True)
class Checked:
    """The check of one description.

    Attributes:
        file: The description as the user named it.
        on: The day on which deadlines were judged; None when the description could not be read.
        findings: Sorted by place.
        phases: The phases that were asked.
    """

    file: str
    on: date | None
    findings: tuple[Finding, ...]
    phases: tuple[int, ...]

    @property
    def errors(self) -> int:
        """Number of errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    def counts(self, phase: int) -> Counter[str]:
        """How many findings of each weight matter to `phase`."""
        return Counter(weight_of(finding) for finding in self.findings if not finding.phases or phase in finding.phases)

    def summaries(self) -> Iterator[Text]:
        """One line per phase: `fase 1: 2 knock-outs, 1 limiet, 5 adviezen`."""
        for phase in self.phases:
            counts = self.counts(phase)
            said = [
                Text(f"{number} {words[number != 1].nl}", f"{number} {words[number != 1].en}")
                for weight, words in _WORDS.items()
                if (number := counts[weight])
            ]
            nl = ", ".join(text.nl for text in said) or "niets op te merken"
            en = ", ".join(text.en for text in said) or "nothing to remark"
            yield Text(f"fase {phase}: {nl}", f"phase {phase}: {en}")


def weight_of(finding: Finding) -> str:
    """How a finding is counted; one of the reader's by its severity."""
    if finding.weight:
        return finding.weight
    return {Severity.ERROR: "structure", Severity.WARNING: "advice", Severity.NOTE: "info"}[finding.severity]
