"""What can go wrong, as the command line reports it: one line that names the file, the place and the way out."""


class KgError(Exception):
    """The work cannot be done; the message is one line for the user. Exit status 1."""


class InputError(KgError):
    """One input (a file, a record of a file) cannot be read; the rest of the work goes on."""


class DataError(KgError):
    """A data file of the project (language, gazetteer, ontology) is malformed; the message names file and key."""
