package org.jamestandem.imap.listing.james;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.MailboxType;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.ListRequest.ListReturnOption;
import org.apache.james.imap.message.request.ListRequest.ListSelectOption;
import org.apache.james.imap.message.response.ListResponse;
import org.apache.james.imap.message.response.MyRightsResponse;
import org.apache.james.mailbox.model.MailboxMetaData.Children;
import org.apache.james.mailbox.model.MailboxMetaData.Selectability;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.ServerRights;
import org.jamestandem.imap.listing.ListedName;
import org.jamestandem.imap.listing.Listing;
import org.jamestandem.imap.listing.NamePattern;

/** What one LIST command says of other people's mailboxes. */
final class ForeignList {
    private final ListRequest request;
    private final char delimiter;
    private final Map<String, Rights> visible;
    private final Set<String> subscribed;
    private final Listing subscribedNames;

    /**
     * @param visible what the user may look up
     * @param subscribed empty when nobody asks
     */
    ForeignList(
            ListRequest request,
            char delimiter,
            Map<String, Rights> visible,
            Set<String> subscribed) {
        this.request = request;
        this.delimiter = delimiter;
        this.visible = visible;
        this.subscribed = subscribed;
        this.subscribedNames =
                new Listing(subscribed.stream().filter(visible::containsKey).toList(), delimiter);
    }

    /** What the selection options (RFC 5258 §3.1) leave of the names that match. */
    List<ListedName> selected(NamePattern pattern) {
        return new Listing(visible.keySet(), delimiter)
                .matching(pattern).stream()
                        .filter(name -> !request.selectSubscribed() || isSelected(name))
                        .toList();
    }

    private boolean isSelected(ListedName name) {
        return subscribed.contains(name.name()) || hasSubscribedBelow(name);
    }

    private boolean hasSubscribedBelow(ListedName name) {
        return request.getSelectOptions().contains(ListSelectOption.RECURSIVEMATCH)
                && subscribedNames.hasBelow(name.name());
    }

    /** The responses for one name, but for STATUS. */
    List<ImapResponseMessage> responses(ListedName name) {
        return name.exists() && request.getReturnOptions().contains(ListReturnOption.MYRIGHTS)
                ? List.of(
                        entry(name),
                        new MyRightsResponse(
                                name.name(), ServerRights.of(visible.get(name.name()))))
                : List.of(entry(name));
    }

    private ListResponse entry(ListedName name) {
        ListResponse.Builder response =
                ListResponse.builder()
                        .name(name.name())
                        .hierarchyDelimiter(delimiter)
                        .selectability(name.exists() ? Selectability.NONE : Selectability.NOSELECT)
                        .children(
                                name.children() ? Children.HAS_CHILDREN : Children.HAS_NO_CHILDREN)
                        .mailboxType(MailboxType.OTHER)
                        .returnSubscribed(subscribed.contains(name.name()))
                        .returnNonExistent(false);
        if (hasSubscribedBelow(name)) {
            response.childInfos(ListResponse.ChildInfo.SUBSCRIBED);
        }
        return response.build();
    }

    /** Whether STATUS may be told of that name. */
    boolean hasStatus(ListedName name) {
        return name.exists() && visible.get(name.name()).contains(Right.READ);
    }
}
