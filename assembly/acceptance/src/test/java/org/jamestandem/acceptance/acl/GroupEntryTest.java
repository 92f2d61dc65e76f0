package org.jamestandem.acceptance.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.ACL;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.Rights;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.StockJames;
import org.junit.jupiter.api.Test;

/**
 * One entry for a group, set by a real client: James alone locks everybody out, our jar does not.
 */
class GroupEntryTest {
    private static final String ANNA = "anna@tandem.example";
    private static final String SALES = "$sales@tandem.example";
    private static final String PASSWORD = "secret";

    @Test
    void onJamesAloneTheOwnerIsLockedOut() throws Exception {
        try (StockJames james = StockJames.alone().start();
                Store store = connected(james)) {
            IMAPFolder folder = shared(store);

            assertThatThrownBy(folder::getACL).isInstanceOf(MessagingException.class);
            assertThatThrownBy(() -> folder.open(Folder.READ_ONLY))
                    .isInstanceOf(MessagingException.class);
        }
    }

    @Test
    void withOurJarTheOwnerGoesOnWorking() throws Exception {
        try (StockJames james = StockJames.withBundle().start();
                Store store = connected(james)) {
            IMAPFolder folder = shared(store);

            assertThat(entries(folder)).containsExactly("owner", SALES);
            assertThat(folder.myRights().contains(Rights.Right.ADMINISTER)).isTrue();
            folder.open(Folder.READ_WRITE);
            folder.addACL(new ACL("anyone", new Rights("lr")));
            folder.removeACL(SALES);
            assertThat(entries(folder)).containsExactly("owner", "anyone");
            assertThat(folder.listRights("anyone")[0].toString()).isEmpty();
            assertThat(james.log()).doesNotContain("ERROR");
        }
    }

    private static IMAPFolder shared(Store store) throws MessagingException {
        IMAPFolder folder = (IMAPFolder) store.getFolder("Sales");
        folder.create(Folder.HOLDS_MESSAGES);
        folder.addACL(new ACL(SALES, new Rights("lr")));
        return folder;
    }

    private static List<String> entries(IMAPFolder folder) throws MessagingException {
        return Stream.of(folder.getACL()).map(ACL::getName).toList();
    }

    private static Store connected(James james) throws MessagingException {
        for (String user : Arrays.asList(ANNA, "bob@tandem.example")) {
            james.webAdmin().addUser(user, PASSWORD);
        }
        james.webAdmin().call("PUT", "/address/groups/sales@tandem.example/bob@tandem.example", "");
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(james.host(), james.port(James.Listener.IMAP), ANNA, PASSWORD);
        return store;
    }
}
