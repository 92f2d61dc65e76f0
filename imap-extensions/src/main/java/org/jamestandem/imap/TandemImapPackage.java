package org.jamestandem.imap;

import java.util.Collection;
import java.util.List;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.jamestandem.imap.acl.james.commands.AclFragment;
import org.jamestandem.imap.interop.james.InteropFragment;
import org.jamestandem.imap.listing.james.ListingFragment;
import org.jamestandem.imap.login.james.LoginFragment;
import org.jamestandem.imap.metadata.james.MetadataFragment;
import org.jamestandem.imap.search.james.SearchFragment;
import org.jamestandem.imap.sort.james.SortFragment;
import org.jamestandem.imap.thread.james.ThreadFragment;

/**
 * The {@code imapPackages} entry of {@code imapserver.xml}: James' own commands with ours added or
 * put in their place.
 *
 * <p>List it alone. James refuses to start with two classes for one command, so an entry next to
 * it, {@code DefaultImapPackage} included, can only add commands that neither has.
 */
public final class TandemImapPackage implements ImapPackage {
    /** Every feature's part. */
    static final List<ImapFragment> FRAGMENTS =
            List.of(
                    AclFragment.ACL,
                    InteropFragment.INTEROP,
                    ListingFragment.LISTING,
                    LoginFragment.LOGIN,
                    MetadataFragment.METADATA,
                    SearchFragment.SEARCH,
                    SortFragment.SORT,
                    ThreadFragment.THREAD);

    private final ImapFragment ours =
            FRAGMENTS.stream().reduce(ImapFragment.EMPTY, ImapFragment::and);

    @Override
    public Collection<ClassName> processors() {
        return ours.processors().in(ImapPackage.DEFAULT.processors());
    }

    @Override
    public Collection<ClassName> decoders() {
        return ours.decoders().in(ImapPackage.DEFAULT.decoders());
    }

    @Override
    public Collection<ClassName> encoders() {
        return ours.encoders().in(ImapPackage.DEFAULT.encoders());
    }
}
