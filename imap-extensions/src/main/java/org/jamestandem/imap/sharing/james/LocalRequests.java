package org.jamestandem.imap.sharing.james;

import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.message.request.CreateRequest;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.message.request.SubscribeRequest;
import org.apache.james.imap.message.request.UnsubscribeRequest;

/** Commands with the name of a mailbox replaced by the one its owner uses. */
public final class LocalRequests {
    private LocalRequests() {}

    public static SelectRequest of(SelectRequest request, String name) {
        return new SelectRequest(
                name,
                request.getCondstore(),
                request.getLastKnownUidValidity(),
                request.getKnownModSeq(),
                request.getUidSet(),
                request.getKnownUidSet(),
                request.getKnownSequenceSet(),
                request.getTag());
    }

    public static ExamineRequest of(ExamineRequest request, String name) {
        return new ExamineRequest(
                name,
                request.getCondstore(),
                request.getLastKnownUidValidity(),
                request.getKnownModSeq(),
                request.getUidSet(),
                request.getKnownUidSet(),
                request.getKnownSequenceSet(),
                request.getTag());
    }

    public static StatusRequest of(StatusRequest request, String name) {
        return new StatusRequest(name, request.getStatusDataItems(), request.getTag());
    }

    public static AppendRequest of(AppendRequest request, String name) {
        return new AppendRequest(
                name,
                request.getFlags(),
                request.getDatetime(),
                request.getMessage(),
                request.getTag());
    }

    public static CopyRequest of(CopyRequest request, String name) {
        return new CopyRequest(request.getIdSet(), name, request.isUseUids(), request.getTag());
    }

    public static MoveRequest of(MoveRequest request, String name) {
        return new MoveRequest(request.getIdSet(), name, request.isUseUids(), request.getTag());
    }

    public static CreateRequest of(CreateRequest request, String name) {
        return new CreateRequest(name, request.getTag());
    }

    public static DeleteRequest of(DeleteRequest request, String name) {
        return new DeleteRequest(name, request.getTag());
    }

    public static RenameRequest of(RenameRequest request, String existing, String wanted) {
        return new RenameRequest(existing, wanted, request.getTag());
    }

    public static SubscribeRequest of(SubscribeRequest request, String name) {
        return new SubscribeRequest(name, request.getTag());
    }

    public static UnsubscribeRequest of(UnsubscribeRequest request, String name) {
        return new UnsubscribeRequest(name, request.getTag());
    }
}
