"""An indicator of a body or place is one target in all articles; every other target is its article's own."""

from dataclasses import replace

from kg.model import Body, Target
from kg.resolve.bodies import identified


def settle_target(target: Target, article: str) -> Target:
    """The target, with its article's id unless indicator and holder identify it."""
    told = target.indicator is not None and target.of is not None
    shared = told and (not isinstance(target.of, Body) or identified(target.of))
    return replace(target, article="" if shared else article)
