-- One file per output folder: what was read (documents), what was made of it (extractions), and where it came from.

CREATE TABLE documents (              -- a text with what its file says of it; the same text is kept once
  hash      TEXT PRIMARY KEY,         -- of everything but the path
  body      BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE extractions (
  hash      TEXT NOT NULL,            -- of the document
  extractor TEXT NOT NULL,            -- digest of the weights, ontology and code that made it
  body      BLOB NOT NULL,
  PRIMARY KEY (hash, extractor)
) WITHOUT ROWID;

CREATE TABLE sources (                -- files that were read to their end
  key       TEXT PRIMARY KEY,         -- the real path, so that another spelling is the same file
  path      TEXT NOT NULL,            -- as the user wrote it
  stamp     TEXT NOT NULL,            -- SHA-256 of the bytes
  extractor TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (               -- what a source holds, in its order; a row has a hash or a reason
  source    TEXT NOT NULL REFERENCES sources (key) ON DELETE CASCADE,
  number    INTEGER NOT NULL,
  place     TEXT NOT NULL,            -- what follows the source's path in the article's: '' or '#3'
  id        TEXT,
  hash      TEXT,
  reason    TEXT,                     -- why it was skipped
  PRIMARY KEY (source, number)
) WITHOUT ROWID;

CREATE INDEX article_hash ON articles (hash);

CREATE TABLE settings (
  name      TEXT PRIMARY KEY,
  value     TEXT NOT NULL
) WITHOUT ROWID;

PRAGMA user_version = 1;
