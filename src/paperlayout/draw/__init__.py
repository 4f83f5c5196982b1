"""Drawing a finished page, with no choices left to make.

The steps of a PDF: `content` writes one page's operators, `colour` turns inks into plates, `embed` puts the faces in, `tags` says how the pages are read
(`pieces`: in which stretches), `bookmarks` lists the stories, `pdf` binds the pages into one document; `objects` alone knows reportlab.
"""
