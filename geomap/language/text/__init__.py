"""Text as sentences and tokens, whatever it tells.

A report comes in; sentences, tokens and the language that it is written in go out.
It knows no grammar and no meaning.
"""
