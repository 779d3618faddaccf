"""The language packs of kg/lang/: what a word or a phrase of a language can stand for.

phrases  patterns of a pack  -> a table that finds the longest phrase at a word
pack     kg/lang/XX.toml     -> the Lexicon of a language: phrases, endings, settings, examples
"""
