-- The ledger: batches of rows of record, each row with its hash and each batch with its link of the chain;
-- then what is derived from them, recomputed as a whole; then the words, for searching.
-- Places in text are offsets of characters into documents.text, the end exclusive. Days are ISO text. Lists are JSON text.

CREATE TABLE migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  detente TEXT NOT NULL,
  hash TEXT NOT NULL
);

-- AUTOINCREMENT, so that the last number ever given is remembered: a batch cut off at the end is missed.
CREATE TABLE batches (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  document TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  coder TEXT NOT NULL,
  rows INTEGER NOT NULL,
  digest TEXT NOT NULL,
  chain TEXT NOT NULL
);

CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  media TEXT NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  author TEXT,
  url TEXT,
  language TEXT,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  basis_note TEXT,
  date_start INTEGER,
  date_end INTEGER,
  degraded TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX documents_source ON documents (source);

CREATE TABLE supersessions (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  superseded TEXT NOT NULL REFERENCES documents (id),
  turn INTEGER NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX supersessions_document ON supersessions (document);
CREATE INDEX supersessions_superseded ON supersessions (superseded);

-- A document is current unless it was superseded after it last came in (an article may go back to its first wording).
CREATE VIEW current_documents AS
SELECT d.id AS id
FROM documents d
WHERE coalesce((SELECT max(s.batch) FROM supersessions s WHERE s.superseded = d.id), 0)
  < max(d.batch, coalesce((SELECT max(s.batch) FROM supersessions s WHERE s.document = d.id), 0));

CREATE TABLE quarantine (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  source TEXT NOT NULL,
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  sha256 TEXT,
  hash TEXT NOT NULL
);

CREATE TABLE actors (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  aliases TEXT NOT NULL,
  roles TEXT NOT NULL,
  origin TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX actors_document ON actors (document);
CREATE INDEX actors_actor ON actors (actor);

CREATE TABLE mentions (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  actors TEXT NOT NULL,
  kind TEXT NOT NULL,
  sense TEXT NOT NULL,
  place TEXT,
  hash TEXT NOT NULL
);
CREATE INDEX mentions_at ON mentions (document, start);

CREATE TABLE times (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  basis_note TEXT,
  kind TEXT NOT NULL,
  flags TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX times_at ON times (document, start);

CREATE TABLE quotes (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT,
  speaker_name TEXT,
  cue TEXT,
  medium TEXT,
  verbatim INTEGER NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX quotes_at ON quotes (document, start);

CREATE TABLE reports (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  lemma TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  plover TEXT NOT NULL,
  quad TEXT NOT NULL,
  modality TEXT NOT NULL,
  confidence REAL NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,
  goldstein REAL,
  cameo TEXT,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  basis_note TEXT,
  place TEXT,
  place_start INTEGER,
  place_end INTEGER,
  attributed_to TEXT,
  asserted INTEGER NOT NULL,
  objects TEXT NOT NULL,
  scheme TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX reports_at ON reports (document, start);

CREATE TABLE agreement_reports (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  name TEXT NOT NULL,
  parties TEXT NOT NULL,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  basis_note TEXT,
  terms TEXT,
  subject TEXT NOT NULL,
  terms_unknown INTEGER NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX agreement_reports_at ON agreement_reports (document, start);

CREATE TABLE claims (
  id TEXT PRIMARY KEY NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (n),
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  holder TEXT,
  chain TEXT NOT NULL,
  kind TEXT NOT NULL,
  hedge TEXT,
  p_low REAL,
  p_high REAL,
  horizon_earliest TEXT,
  horizon_latest TEXT,
  horizon_basis TEXT NOT NULL,
  horizon_basis_note TEXT,
  about TEXT NOT NULL,
  verdict TEXT NOT NULL,
  verdict_evidence TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX claims_at ON claims (document, start);

-- Derived.

CREATE TABLE derivation (
  made_from TEXT PRIMARY KEY NOT NULL,
  rows INTEGER NOT NULL,
  digest TEXT NOT NULL,
  detente TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE document_dates (
  document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  basis_note TEXT,
  hash TEXT NOT NULL
);

CREATE TABLE copies (
  document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
  copies TEXT NOT NULL REFERENCES documents (id),
  hash TEXT NOT NULL
);

CREATE TABLE events (
  id TEXT PRIMARY KEY NOT NULL,
  description TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  plover TEXT NOT NULL,
  quad TEXT NOT NULL,
  modality TEXT NOT NULL,
  confidence REAL NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,
  goldstein REAL,
  cameo TEXT,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  basis_note TEXT,
  place TEXT,
  hash TEXT NOT NULL
);
CREATE INDEX events_days ON events (earliest, latest);

CREATE TABLE event_reports (
  event TEXT NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  report TEXT NOT NULL REFERENCES reports (id),
  hash TEXT NOT NULL,
  PRIMARY KEY (event, position)
);
CREATE INDEX event_reports_report ON event_reports (report);

CREATE TABLE agreements (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  parties TEXT NOT NULL,
  status TEXT NOT NULL,
  terms TEXT,
  terms_unknown INTEGER NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE agreement_steps (
  agreement TEXT NOT NULL REFERENCES agreements (id),
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  basis_note TEXT,
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (agreement, position)
);

CREATE TABLE conflicts (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT,
  field TEXT,
  note TEXT,
  hash TEXT NOT NULL
);

CREATE TABLE conflict_versions (
  conflict TEXT NOT NULL REFERENCES conflicts (id),
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (conflict, position)
);

-- The words of titles and coded blocks; `start` and `end` are null for a title that stands outside the text.
CREATE VIRTUAL TABLE passages USING fts5 (
  text, document UNINDEXED, start UNINDEXED, "end" UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2'
);
