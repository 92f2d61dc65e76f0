package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListCheckTest {
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private InProcessImap imap;
    private ImapConnection anna;
    private ListCheck check;

    @BeforeEach
    void start() throws Exception {
        imap = InProcessImap.tandem();
        check = imap.ours(ListCheck.class);
        anna = imap.login(ANNA.asString());
        anna.ok("CREATE Team");
    }

    @AfterEach
    void stop() throws Exception {
        anna.close();
        imap.close();
    }

    private Map<String, Long> run(boolean repair) {
        Map<String, Long> counts = new TreeMap<>();
        steps(repair, Optional.empty())
                .forEach(
                        step ->
                                step.counts()
                                        .forEach(
                                                (what, count) ->
                                                        counts.merge(what, count, Long::sum)));
        return counts;
    }

    private List<Step> steps(boolean repair, Optional<String> after) {
        WorkOrder order =
                new WorkOrder(ListCheck.NAME, Map.of(ListCheck.REPAIR, Boolean.toString(repair)));
        return check.run(order, after).collectList().block(PATIENCE);
    }

    private void finds(String what, long count) {
        assertThat(run(false)).containsExactly(Map.entry(what, count));
        assertThat(run(false)).containsExactly(Map.entry(what, count));
        assertThat(run(true)).containsExactly(Map.entry(what, count));
        assertThat(run(false)).isEmpty();
    }

    private String acl() throws Exception {
        return anna.ok("GETACL Team").get(0);
    }

    @Test
    void listsThatAreRightAreLeftAlone() throws Exception {
        anna.ok("SETACL Team bob lrs");
        anna.ok("SETACL Team -bob s");
        anna.ok("SETACL Team $sales lr");
        anna.ok("SETACL Team anyone l");
        String before = acl();

        assertThat(run(true)).isEmpty();
        assertThat(acl()).isEqualTo(before);
    }

    @Test
    void whatStockJamesWroteIsTakenOver() throws Exception {
        imap.setRights(ANNA, "Team", "$sales@tandem.example", "lr");
        imap.setRights(ANNA, "Team", "anybody", "l");
        finds("from-james", 2);

        assertThat(acl()).contains("\"$sales@tandem.example\" \"lr\"").contains("\"anyone\" \"l\"");
    }

    @Test
    void aListOfWhichANodeDiedBeforeJamesShowedItIsShown() throws Exception {
        GrantStore store = imap.ours(GrantStore.class);
        MailboxManager mailboxes = imap.get(MailboxManager.class);
        MailboxPath path = MailboxPath.forUser(ANNA, "Team");
        MailboxSession session = mailboxes.createSystemSession(ANNA);
        String id = mailboxes.getMailbox(path, session).getId().serialize();
        store.change(
                        new NamedMailbox(new MailboxKey(id, ANNA.asString()), "Team"),
                        new GrantChange(
                                Identifier.parse("bob@tandem.example"), RightsChange.parse("lr")))
                .block(PATIENCE);
        finds("not-shown", 1);

        assertThat(mailboxes.listRights(path, session).getEntries().keySet())
                .anyMatch(key -> key.getName().equals("bob@tandem.example"));
    }

    @Test
    void entriesOfUsersAndGroupsThatAreGoneAreSwept() throws Exception {
        Username dave = Username.of("dave@tandem.example");
        MappingSource crew = MappingSource.fromUser(Username.of("crew@tandem.example"));
        imap.get(UsersRepository.class).addUser(dave, "secret");
        imap.get(RecipientRewriteTable.class).addMapping(crew, Mapping.group("bob@tandem.example"));
        anna.ok("SETACL Team dave lr");
        anna.ok("SETACL Team -dave s");
        anna.ok("SETACL Team $crew lr");
        anna.ok("SETACL Team bob l");
        assertThat(run(false)).isEmpty();
        imap.get(UsersRepository.class).removeUser(dave);
        imap.get(RecipientRewriteTable.class)
                .removeMapping(crew, Mapping.group("bob@tandem.example"));
        finds("of-nobody", 3);

        assertThat(acl()).contains("bob").doesNotContain("dave").doesNotContain("crew");
    }

    @Test
    void aListOfNoMailboxIsDropped() throws Exception {
        GrantStore store = imap.ours(GrantStore.class);
        store.change(
                        new NamedMailbox(new MailboxKey("987654", ANNA.asString()), "Gone"),
                        new GrantChange(
                                Identifier.parse("bob@tandem.example"), RightsChange.parse("lr")))
                .block(PATIENCE);
        finds("of-no-mailbox", 1);

        assertThat(store.read("987654").block(PATIENCE).grants().entries()).isEmpty();
    }

    @Test
    void itGoesOnBehindTheLastUser() throws Exception {
        anna.ok("SETACL Team bob lr");
        assertThat(steps(false, Optional.empty()))
                .extracting(Step::place)
                .startsWith(
                        "user anna@tandem.example",
                        "user bob@tandem.example",
                        "user carol@tandem.example")
                .endsWith("view");
        assertThat(steps(false, Optional.of("user bob@tandem.example")))
                .extracting(Step::place)
                .startsWith("user carol@tandem.example");
        assertThat(steps(false, Optional.of("view"))).extracting(Step::place).containsOnly("view");
    }
}
