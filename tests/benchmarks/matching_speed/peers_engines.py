"""The peers that are search engines of their own: bm25s as one index and by province, and tantivy."""

import tempfile
from functools import lru_cache

import numpy as np
from matching_speed.corpus import PROVINCES, Corpus, Question, Words, allowed
from matching_speed.peers import Found, Fts5, Peer, Rapidfuzz, Tfidf, kept

K1, B = 1.2, 0.75
NOTHING: Found = (np.zeros(0, dtype=np.int64), np.zeros(0))


class Bm25s(Peer):
    """bm25s as its documentation says: one index, numba, a weight mask, then the candidates again."""

    name, needs = "bm25s national", "bm25s"

    def build(self) -> None:
        self.index = _indexed(self.corpus.words, np.arange(self.corpus.size))

    def retrieve(self, one: Question) -> Found:
        return _asked(self.index, self.numbers(one), self.mask(one), self.most)

    def numbers(self, one: Question) -> list[int]:
        """The person's words as numbers of the index."""
        vocabulary = self.corpus.words.vocabulary
        return [vocabulary[word] for word in one.terms if word in vocabulary]

    def megabytes(self) -> float:
        return _megabytes(self.index)


class Bm25sByProvince(Bm25s):
    """bm25s with one index for each province: people who search several ask several."""

    name = "bm25s by province"

    def build(self) -> None:
        self.shards = _shards(self.corpus)

    def retrieve(self, one: Question) -> Found:
        numbers = self.numbers(one)
        wanted = self.shards if one.provinces is None else one.provinces
        answers = [self._ask(self.shards[shard], numbers, one) for shard in sorted(wanted) if shard in self.shards]
        if not answers:
            return NOTHING
        rows, scores = (np.concatenate(parts) for parts in zip(*answers, strict=True))
        chosen = np.argpartition(scores, -self.most)[-self.most :] if len(scores) > self.most else slice(None)
        return rows[chosen], scores[chosen]

    def _ask(self, shard: tuple, numbers: list[int], one: Question) -> Found:
        rows, index = shard
        meets = allowed(self.corpus.table, one, self.day.toordinal(), rows)
        found, scores = _asked(index, numbers, meets, self.most)
        return rows[found], scores

    def megabytes(self) -> float:
        return sum(_megabytes(index) for _rows, index in self.shards.values())


class Bm25sDeep(Bm25sByProvince):
    """The same with ten times the candidates, for what two hundred miss."""

    name, most, borrows = "bm25s by province, 2000", 2_000, Bm25sByProvince.name


class Tantivy(Peer):
    """tantivy with province and closing day as conditions of the query."""

    name, needs, updates = "tantivy", "tantivy", True

    def build(self) -> None:
        import tantivy

        self.folder = tempfile.TemporaryDirectory()
        schema = tantivy.SchemaBuilder().add_text_field("said", tokenizer_name="whitespace", index_option="freq")
        schema = schema.add_text_field("place", tokenizer_name="raw", index_option="basic")
        schema = schema.add_integer_field("row", stored=True, indexed=True, fast=True)
        self.schema = schema.build()
        self.index = tantivy.Index(self.schema, path=self.folder.name)
        self._write(np.arange(self.corpus.size))

    def _write(self, rows: np.ndarray, *, instead: bool = False) -> None:
        import tantivy

        writer = self.index.writer(heap_size=200_000_000, num_threads=1)
        for row in rows:
            if instead:
                writer.delete_documents("row", int(row))
            place = f"p{self.corpus.province[row]}"
            writer.add_document(tantivy.Document(said=self.corpus.text(row), place=place, row=int(row)))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def retrieve(self, one: Question) -> Found:
        answers = self.searcher.search(self._query(one), self.most, count=False).hits
        return kept(self, one, [(self.searcher.doc(where)["row"][0], score) for score, where in answers])

    def _query(self, one: Question):
        from tantivy import Occur, Query

        said = [(Occur.Should, Query.term_query(self.schema, "said", word, "freq")) for word in one.terms]
        words = Query.boolean_query(said)
        if one.provinces is None:
            return words
        places = Query.term_set_query(self.schema, "place", [f"p{code}" for code in one.provinces])
        return Query.boolean_query([(Occur.Must, words), (Occur.Must, Query.const_score_query(places, 0.0))])

    def update(self, changed: np.ndarray) -> None:
        self._write(changed, instead=True)

    def megabytes(self) -> float:
        from pathlib import Path

        return sum(part.stat().st_size for part in Path(self.folder.name).iterdir()) / 1e6


EVERY_PEER: list[type[Peer]] = [Bm25s, Bm25sByProvince, Bm25sDeep, Tantivy, Tfidf, Fts5, Rapidfuzz]


@lru_cache(maxsize=1)
def _shards(corpus: Corpus) -> dict[int, tuple]:
    every = (np.flatnonzero(corpus.province == number) for number in range(len(PROVINCES)))
    return {number: (rows, _indexed(corpus.words, rows)) for number, rows in enumerate(every) if len(rows)}


def _indexed(words: Words, rows: np.ndarray):
    import bm25s

    index = bm25s.BM25(k1=K1, b=B, backend="numba")
    said = bm25s.tokenization.Tokenized(ids=[words.row(row).tolist() for row in rows], vocab=words.vocabulary)
    index.index(said, show_progress=False, create_empty_token=False)
    return index


def _asked(index, numbers: list[int], mask: np.ndarray, most: int) -> Found:
    count = min(most, len(mask))
    if not numbers or not count:
        return NOTHING
    found = index.retrieve([numbers], k=count, show_progress=False, n_threads=1, weight_mask=mask.astype(np.float32))
    rows, scores = found.documents[0], found.scores[0]
    return rows[scores > 0], scores[scores > 0]


def _megabytes(index) -> float:
    return sum(part.nbytes for part in index.scores.values() if isinstance(part, np.ndarray)) / 1e6
