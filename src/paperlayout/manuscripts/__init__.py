"""Manuscripts as they arrive: `arrival` is the type, `word` reads .docx (mammoth only here), `word_numbers` its automatic numbers."""
