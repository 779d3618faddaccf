"""What two spellings of one name or number share: the keys by which people and documents are told apart."""

from kg.names.spelling import slug


def name_key(name: str) -> str:
    """A person's ASCII name without letter case and apostrophes.

    >>> name_key("Siu H'Loan")
    'siu-hloan'
    """
    return slug(name) or name


def number_key(number: str) -> str:
    """A document's number without leading zeros, letter case and marks.

    >>> number_key("09-CTr/TU"), number_key("057")
    ('9-ctr-tu', '57')
    """
    return slug(number).lstrip("0")
