package org.jamestandem.imap.acl.james.commands;

import java.util.Map;
import org.apache.james.imap.encode.CapabilityResponseEncoder;
import org.apache.james.imap.encode.MyRightsResponseEncoder;
import org.apache.james.imap.encode.StatusResponseEncoder;
import org.apache.james.imap.processor.AppendProcessor;
import org.apache.james.imap.processor.CloseProcessor;
import org.apache.james.imap.processor.CopyProcessor;
import org.apache.james.imap.processor.CreateProcessor;
import org.apache.james.imap.processor.DeleteACLProcessor;
import org.apache.james.imap.processor.DeleteProcessor;
import org.apache.james.imap.processor.ExamineProcessor;
import org.apache.james.imap.processor.ExpungeProcessor;
import org.apache.james.imap.processor.GetACLProcessor;
import org.apache.james.imap.processor.GetQuotaProcessor;
import org.apache.james.imap.processor.GetQuotaRootProcessor;
import org.apache.james.imap.processor.ListRightsProcessor;
import org.apache.james.imap.processor.MoveProcessor;
import org.apache.james.imap.processor.MyRightsProcessor;
import org.apache.james.imap.processor.RenameProcessor;
import org.apache.james.imap.processor.SelectProcessor;
import org.apache.james.imap.processor.SetACLProcessor;
import org.apache.james.imap.processor.StatusProcessor;
import org.apache.james.imap.processor.StoreProcessor;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;
import org.jamestandem.imap.acl.james.AccessWithdrawnEncoder;
import org.jamestandem.imap.acl.james.AclEncoder;
import org.jamestandem.imap.acl.james.CapabilityEncoder;
import org.jamestandem.imap.acl.james.DeleteAclProcessor;
import org.jamestandem.imap.acl.james.GetAclProcessor;
import org.jamestandem.imap.acl.james.ListAclRightsProcessor;
import org.jamestandem.imap.acl.james.ListRightsEncoder;
import org.jamestandem.imap.acl.james.MyAclRightsProcessor;
import org.jamestandem.imap.acl.james.MyRightsEncoder;
import org.jamestandem.imap.acl.james.RefusalEncoder;
import org.jamestandem.imap.acl.james.SetAclProcessor;
import org.jamestandem.imap.acl.james.StatusEncoder;

/** Access control in the IMAP package. */
public final class AclFragment {
    private static final Map<Class<?>, Class<?>> ACL_COMMANDS =
            Map.of(
                    SetACLProcessor.class, SetAclProcessor.class,
                    DeleteACLProcessor.class, DeleteAclProcessor.class,
                    GetACLProcessor.class, GetAclProcessor.class,
                    ListRightsProcessor.class, ListAclRightsProcessor.class,
                    MyRightsProcessor.class, MyAclRightsProcessor.class);

    private static final Map<Class<?>, Class<?>> MAILBOX_COMMANDS =
            Map.ofEntries(
                    Map.entry(SelectProcessor.class, ControlledSelectProcessor.class),
                    Map.entry(ExamineProcessor.class, ControlledExamineProcessor.class),
                    Map.entry(StatusProcessor.class, ControlledStatusProcessor.class),
                    Map.entry(CreateProcessor.class, ControlledCreateProcessor.class),
                    Map.entry(RenameProcessor.class, ControlledRenameProcessor.class),
                    Map.entry(StoreProcessor.class, ControlledStoreProcessor.class),
                    Map.entry(FetchProcessor.class, ControlledFetchProcessor.class),
                    Map.entry(AppendProcessor.class, ControlledAppendProcessor.class),
                    Map.entry(CopyProcessor.class, ControlledCopyProcessor.class),
                    Map.entry(MoveProcessor.class, ControlledMoveProcessor.class),
                    Map.entry(DeleteProcessor.class, ControlledDeleteProcessor.class),
                    Map.entry(CloseProcessor.class, ControlledCloseProcessor.class),
                    Map.entry(ExpungeProcessor.class, ControlledExpungeProcessor.class),
                    Map.entry(GetQuotaProcessor.class, ControlledGetQuotaProcessor.class),
                    Map.entry(GetQuotaRootProcessor.class, ControlledGetQuotaRootProcessor.class));

    private static final Map<Class<?>, Class<?>> RESPONSES =
            Map.of(
                    MyRightsResponseEncoder.class, MyRightsEncoder.class,
                    CapabilityResponseEncoder.class, CapabilityEncoder.class,
                    StatusResponseEncoder.class, StatusEncoder.class);

    /** Our ACL commands, and James' other commands as far as the user's rights go. */
    public static final ImapFragment ACL =
            ImapFragment.EMPTY
                    .withProcessors(swap(ACL_COMMANDS))
                    .withProcessors(swap(MAILBOX_COMMANDS))
                    .withEncoders(swap(RESPONSES))
                    .withEncoders(
                            ClassSwap.add(
                                    AclEncoder.class,
                                    AccessWithdrawnEncoder.class,
                                    ListRightsEncoder.class,
                                    RefusalEncoder.class));

    private AclFragment() {}

    private static ClassSwap swap(Map<Class<?>, Class<?>> ours) {
        return ours.entrySet().stream()
                .map(entry -> ClassSwap.replace(entry.getKey(), entry.getValue()))
                .reduce(ClassSwap.NONE, ClassSwap::and);
    }
}
