"""A text cut up, with offsets that stay those of the text as read.

language   a text                 -> which language it is in
signs      words of a publisher   -> source, byline, caption, comment counter
lines      a text                 -> lines, each with its kind
sentences  lines                  -> sentences
tokens     a sentence             -> words, numbers and marks, each with its key
"""
