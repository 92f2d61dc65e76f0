package org.jamestandem.testkit.corpus;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words of mail: Czech and English mostly, and all that makes a search hard. */
final class Words {
    private static final List<String> CZECH =
            List.of(
                    ("příliš žluťoučký kůň úpěl ďábelské ódy faktura smlouva schůzka zítra prosím"
                         + " děkuji dobrý den s pozdravem koně koni kun řeka říká čeština šťastný"
                         + " cena objednávka zpráva příloha v ve na do od za je to by se si Novák"
                         + " Nováková Dvořák Brno Plzeň Ústí praha PRAHA termín dovolená výplata"
                         + " účetnictví daň měsíc rok týden pondělí středa")
                            .split(" "));
    private static final List<String> ENGLISH =
            List.of(
                    ("the quick brown fox jumps over lazy dog invoice meeting tomorrow please"
                         + " thanks regards swim swimming swam to by on in no it we an I budget"
                         + " report draft Re: Fwd: project deadline server mailbox status order"
                         + " shipping ok yes not all any can will would O'Brien naïve café résumé"
                         + " Müller straße coöperate")
                            .split(" "));
    private static final List<String> ODD =
            List.of(
                    "C++",
                    "a-b_c",
                    "100%",
                    "(50)",
                    "\"quoted\"",
                    "*bold*",
                    "foo\\bar",
                    "AND",
                    "OR",
                    "NOT",
                    "~1",
                    "[PATCH]",
                    "{3}",
                    "x=y&z",
                    "3.14",
                    "2024-01-31",
                    "+420 123 456 789",
                    "CZ65 0800 0000 1920",
                    "https://www.example.org/cesta/k?q=kůň&id=7#a",
                    "http://xn--hkyrky-ptac70bc.example/",
                    "jan.novak@firma.example",
                    "anna+tag@a.example",
                    "日本語",
                    "東京都",
                    "漢字かな交じり文",
                    "한국어",
                    "Ελληνικά",
                    "русский",
                    "İstanbul",
                    "ﬁnance",
                    "Å",
                    "…",
                    "„uvozovky“",
                    "😀👍🏽",
                    "e\u0301",
                    "\u00a0",
                    "ǆ");

    private final Random random;

    Words(Random random) {
        this.random = random;
    }

    String word() {
        int kind = random.nextInt(10);
        return kind < 5 ? any(CZECH) : kind < 9 ? any(ENGLISH) : any(ODD);
    }

    String asciiWord() {
        String word = any(ENGLISH).replaceAll("[^A-Za-z]", "");
        return word.isEmpty() ? "x" : word;
    }

    /** As many words as asked for, one blank between. */
    String phrase(int words) {
        return IntStream.range(0, words).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    /** Lines of some words, with punctuation now and then. */
    String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(word()).append(any(List.of(" ", " ", " ", ", ", ". ", "\r\n", "! ", "")));
        }
        return text.append("\r\n").toString();
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
