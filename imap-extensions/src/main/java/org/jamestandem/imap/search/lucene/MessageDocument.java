package org.jamestandem.imap.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jamestandem.imap.text.AttachmentText;
import org.jamestandem.imap.text.Completeness;
import org.jamestandem.imap.text.HeaderLine;
import org.jamestandem.imap.text.MessageText;
import org.jamestandem.imap.text.Passage;

/** A message as a document of the index. */
final class MessageDocument {
    private static final FieldType GRAMS = grams();

    private final Document document = new Document();

    private MessageDocument() {}

    static Document of(String mailbox, long uid, MessageText text) {
        MessageDocument message = new MessageDocument();
        message.identify(mailbox, uid);
        message.cut(text.completeness());
        message.header(text);
        message.body(text);
        message.files(text);
        text.sent().ifPresent(day -> message.sent(day.toEpochDay()));
        return message.document;
    }

    private void identify(String mailbox, long uid) {
        term(Fields.ID, Fields.id(mailbox, uid));
        term(Fields.MAILBOX, mailbox);
        document.add(new SortedDocValuesField(Fields.MAILBOX, new BytesRef(mailbox)));
        document.add(new NumericDocValuesField(Fields.UID, uid));
    }

    private void cut(Completeness completeness) {
        switch (completeness) {
            case WHOLE -> {}
            case BODY_CUT -> term(Fields.CUT, Fields.CUT_BODY);
            case HEADER_CUT -> term(Fields.CUT, Fields.CUT_HEADER);
        }
    }

    private void header(MessageText text) {
        text.header().stream()
                .map(HeaderLine::name)
                .filter(Fields::isIndexed)
                .distinct()
                .forEach(name -> term(Fields.NAMES, name));
        grams(Fields.HEADER, plain(text.header().stream().map(HeaderLine::line)));
        List<Grams.Marked> values = new ArrayList<>();
        for (HeaderLine line : text.header()) {
            if (Fields.isIndexed(line.name())) {
                values.add(marked(Fields.valueMark(line.name())).apply(line.value()));
            }
        }
        text.addresses()
                .forEach(
                        (field, written) ->
                                written.stream()
                                        .map(marked(Fields.addressMark(field)))
                                        .forEach(values::add));
        grams(Fields.VALUES, values);
    }

    private void body(MessageText text) {
        grams(Fields.BODY, plain(text.body().stream()));
    }

    private void files(MessageText text) {
        List<AttachmentText> files = text.attachments();
        if (files.isEmpty()) {
            return;
        }
        term(Fields.FILE_TRAITS, Fields.HAS_FILE);
        if (files.stream().anyMatch(file -> file.name().isPresent())) {
            term(Fields.FILE_TRAITS, Fields.HAS_FILE_NAME);
        }
        grams(Fields.FILE_NAMES, plain(files.stream().flatMap(file -> file.name().stream())));
        grams(Fields.FILES, plain(files.stream().flatMap(file -> file.text().stream())));
    }

    private void sent(long day) {
        document.add(new LongField(Fields.SENT, day, Field.Store.NO));
    }

    private void term(String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private void grams(String field, List<Grams.Marked> texts) {
        document.add(new Field(field, new Grams(texts), GRAMS));
    }

    private static List<Grams.Marked> plain(Stream<Passage> passages) {
        return passages.map(marked("")).toList();
    }

    private static Function<Passage, Grams.Marked> marked(String mark) {
        return passage -> new Grams.Marked(mark, passage.canonical());
    }

    private static FieldType grams() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
