"""Which items of one sequence are those of another, by patience: the time grows in step with the length."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

_SMALL = 400
Pairs = list[tuple[int, int]]


def align(left: Sequence[Hashable], right: Sequence[Hashable]) -> Pairs:
    """The pairs of positions of equal items, in order on both sides."""
    pairs: Pairs = []
    pending = [(0, len(left), 0, len(right))]
    while pending:
        a, b, c, d = pending.pop()
        while a < b and c < d and left[a] == right[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and left[b - 1] == right[d - 1]:
            pairs.append((b - 1, d - 1))
            b, d = b - 1, d - 1
        if a == b or c == d:
            continue
        anchors = _find_anchors(left, right, (a, b, c, d))
        if not anchors:
            pairs += _align_small(left, right, (a, b, c, d))
            continue
        for i, j in [*anchors, (b, d)]:
            pending.append((a, i, c, j))
            a, c = i, j
    return sorted(set(pairs))


def _find_anchors(left: Sequence[Hashable], right: Sequence[Hashable], box: tuple[int, int, int, int]) -> Pairs:
    """The longest rising row of items that stand once on each side."""
    a, b, c, d = box
    once_left, once_right = Counter(left[a:b]), Counter(right[c:d])
    place = {right[j]: j for j in range(c, d) if once_right[right[j]] == 1}
    found = [(i, place[left[i]]) for i in range(a, b) if once_left[left[i]] == 1 and left[i] in place]
    return _rise(found)


def _rise(pairs: Pairs) -> Pairs:
    """The longest subsequence of `pairs` that rises on the right as well."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(j)
            last.append(number)
        else:
            ends[at], last[at] = j, number
    rising: Pairs = []
    number = last[-1] if last else -1
    while number >= 0:
        rising.append(pairs[number])
        number = before[number]
    return rising[::-1]


def _align_small(left: Sequence[Hashable], right: Sequence[Hashable], box: tuple[int, int, int, int]) -> Pairs:
    """Items that all stand more than once: each with the next equal one, else by the longest equal runs."""
    a, b, c, d = box
    in_step = _align_in_step(left, right, box)
    if len(in_step) == b - a or (b - a) * (d - c) > _SMALL * _SMALL:
        return in_step
    matcher = SequenceMatcher(None, left[a:b], right[c:d], autojunk=False)
    return [(a + run.a + k, c + run.b + k) for run in matcher.get_matching_blocks() for k in range(run.size)]


def _align_in_step(left: Sequence[Hashable], right: Sequence[Hashable], box: tuple[int, int, int, int]) -> Pairs:
    """Each item with the next equal one."""
    a, b, c, d = box
    places: dict[Hashable, list[int]] = {}
    for j in range(c, d):
        places.setdefault(right[j], []).append(j)
    pairs: Pairs = []
    for i in range(a, b):
        listed = places.get(left[i], [])
        at = bisect_left(listed, c)
        if at < len(listed):
            pairs.append((i, listed[at]))
            c = listed[at] + 1
    return pairs
