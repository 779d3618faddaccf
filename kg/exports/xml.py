"""What XML can hold."""

import re
from typing import Final

from kg.errors import KgError

NOT_IN_XML: Final = re.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\U00010000-\\U0010FFFF]")


def in_xml(text: str) -> str:
    """The text as it is; KgError that names the character if XML cannot hold it."""
    wrong = NOT_IN_XML.search(text)
    if wrong is not None:
        around = text[max(0, wrong.start() - 20) : wrong.end() + 20]
        raise KgError(f"{around!r} holds U+{ord(wrong[0]):04X}, which XML does not allow; take another format")
    return text
