// The packed table says what the package says whose database it holds, of texts in many languages and of none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { eld } from "eld/extrasmall";
import { inventPost } from "../../../scripts/bench/invented-blog.ts";
import { loadNgrams } from "../../../scripts/import/language/load-ngrams.ts";
import { createNgramTable } from "../../../scripts/import/language/ngram-table.ts";

const PROSE: readonly string[] = [
  "Det regnade hela dagen, så vi stannade inne och läste gamla brev.",
  "It rained all day, so we stayed in and read old letters, didn't we?",
  "Es regnete den ganzen Tag, also blieben wir drinnen und lasen alte Briefe.",
  "Det regnet hele dagen, så vi ble inne og leste gamle brev.",
  "Il a plu toute la journée, alors nous sommes restés à l’intérieur pour lire.",
  "Satoi koko päivän, joten pysyimme sisällä ja luimme vanhoja kirjeitä.",
  "Весь день шёл дождь, поэтому мы остались дома и читали старые письма.",
  "Έβρεχε όλη μέρα, οπότε μείναμε μέσα και διαβάσαμε παλιά γράμματα.",
  "一日中雨が降ったので、私たちは家にいて古い手紙を読みました。",
  "整天下雨，所以我們留在家裡讀舊信。",
  "نزل المطر طوال اليوم فبقينا في الداخل نقرأ الرسائل القديمة.",
  "İstanbul'da bütün gün yağmur yağdı, içeride kaldık ve eski mektupları okuduk.",
];
const ODD: readonly string[] = [
  "",
  "   ",
  "a",
  "a b c",
  "'",
  "’’ hej ' ",
  "a' b ' 'c",
  "😀 😀'hej 😀",
  "12 + 34 = 46",
  `${"x".repeat(500)} hej`,
  "ö".repeat(400),
  "\ud800 abc",
];

describe("the table of sequences", () => {
  it("scores as the package does", async () => {
    const { score } = createNgramTable(await loadNgrams());
    const invented = Array.from({ length: 40 }, (_, number) => inventPost(number + 1, 2)).flatMap(
      ({ title, text, comments }) => [title, text, ...comments.map((comment) => comment.text)],
    );
    const pieces = PROSE.flatMap((text) => [text, text.slice(0, 25), text.slice(7), `${text} ${text}`, text.repeat(9)]);
    for (const text of [...PROSE, ...pieces, ...ODD, ...invented]) {
      const expected = eld.detect(text);
      const found = score(text);
      assert.equal(found.language ?? "", expected.language, text);
      assert.equal(found.isReliable, expected.language !== "" && expected.isReliable(), text);
      const scores = expected.getScores();
      for (const language of found.language === undefined ? [] : ["sv", "en", "de", "ru", "tr"]) {
        assert.ok(Math.abs(found.scoreOf(language) - (scores[language] ?? 0)) < 1e-12, `${language}: ${text}`);
      }
    }
  });
});
