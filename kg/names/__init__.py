"""Names as texts spell them, and what they name.

spelling         any spelling        -> one form to compare: diacritics, case, borders of words
transliteration  Cyrillic syllables  -> Vietnamese ones, by published tables
lists            data/names.toml     -> surnames and given names
people           capitalised words   -> the personal name that they are
places           data/places*.tsv    -> the administrative map, by every spelling of a name
gazetteer        a name in a text    -> the units that it can mean
"""
