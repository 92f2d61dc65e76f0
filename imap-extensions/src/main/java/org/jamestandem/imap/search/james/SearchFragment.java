package org.jamestandem.imap.search.james;

import org.apache.james.imap.decode.parser.CopyCommandParser;
import org.apache.james.imap.decode.parser.ExpungeCommandParser;
import org.apache.james.imap.decode.parser.FetchCommandParser;
import org.apache.james.imap.decode.parser.MoveCommandParser;
import org.apache.james.imap.decode.parser.SearchCommandParser;
import org.apache.james.imap.decode.parser.StoreCommandParser;
import org.apache.james.imap.processor.SearchProcessor;
import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;

/** SEARCH in the IMAP package, and its saved result in the commands that take one. */
public final class SearchFragment {
    /** SEARCH, its responses, and {@code $}. */
    public static final ImapFragment SEARCH =
            ImapFragment.EMPTY
                    .withProcessors(ClassSwap.replace(SearchProcessor.class, FindProcessor.class))
                    .withProcessors(ClassSwap.add(ManyProcessor.class))
                    .withDecoders(ClassSwap.add(ManyCommandParser.class))
                    .withDecoders(
                            ClassSwap.replace(SearchCommandParser.class, FindCommandParser.class))
                    .withDecoders(
                            ClassSwap.replace(FetchCommandParser.class, SavedFetchParser.class))
                    .withDecoders(
                            ClassSwap.replace(StoreCommandParser.class, SavedStoreParser.class))
                    .withDecoders(ClassSwap.replace(CopyCommandParser.class, SavedCopyParser.class))
                    .withDecoders(ClassSwap.replace(MoveCommandParser.class, SavedMoveParser.class))
                    .withDecoders(
                            ClassSwap.replace(ExpungeCommandParser.class, SavedExpungeParser.class))
                    .withEncoders(
                            ClassSwap.add(
                                    FoundResponseEncoder.class,
                                    ExtendedResponseEncoder.class,
                                    UnansweredEncoder.class));

    private SearchFragment() {}
}
