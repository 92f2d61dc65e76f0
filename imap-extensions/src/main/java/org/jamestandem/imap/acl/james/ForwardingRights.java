package org.jamestandem.imap.acl.james;

import java.util.List;
import java.util.Set;
import org.apache.james.mailbox.MailboxAnnotationManager;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.RightManager;
import org.apache.james.mailbox.exception.AnnotationException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.ACLCommand;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.mailbox.model.MailboxAnnotationKey;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.reactivestreams.Publisher;

/** Hands everything about rights and annotations on to the server. */
abstract class ForwardingRights implements RightManager, MailboxAnnotationManager {
    private final MailboxManager server;

    ForwardingRights(MailboxManager server) {
        this.server = server;
    }

    @Override
    public boolean hasRight(MailboxPath path, Right right, MailboxSession session)
            throws MailboxException {
        return server.hasRight(path, right, session);
    }

    @Override
    public Publisher<Boolean> hasRightReactive(
            MailboxPath path, Right right, MailboxSession session) {
        return server.hasRightReactive(path, right, session);
    }

    @Override
    public boolean hasRight(Mailbox mailbox, Right right, MailboxSession session)
            throws MailboxException {
        return server.hasRight(mailbox, right, session);
    }

    @Override
    public boolean hasRight(MailboxId id, Right right, MailboxSession session)
            throws MailboxException {
        return server.hasRight(id, right, session);
    }

    @Override
    public List<Rfc4314Rights> listRights(
            MailboxPath path, EntryKey identifier, MailboxSession session) throws MailboxException {
        return server.listRights(path, identifier, session);
    }

    @Override
    public List<Rfc4314Rights> listRights(
            Mailbox mailbox, EntryKey identifier, MailboxSession session) throws MailboxException {
        return server.listRights(mailbox, identifier, session);
    }

    @Override
    public MailboxACL listRights(MailboxPath path, MailboxSession session) throws MailboxException {
        return server.listRights(path, session);
    }

    @Override
    public MailboxACL listRights(MailboxId id, MailboxSession session) throws MailboxException {
        return server.listRights(id, session);
    }

    @Override
    public Rfc4314Rights myRights(MailboxPath path, MailboxSession session)
            throws MailboxException {
        return server.myRights(path, session);
    }

    @Override
    public Publisher<Rfc4314Rights> myRightsReactive(MailboxPath path, MailboxSession session) {
        return server.myRightsReactive(path, session);
    }

    @Override
    public Publisher<Rfc4314Rights> myRights(MailboxId id, MailboxSession session) {
        return server.myRights(id, session);
    }

    @Override
    public Rfc4314Rights myRights(Mailbox mailbox, MailboxSession session) {
        return server.myRights(mailbox, session);
    }

    @Override
    public void applyRightsCommand(MailboxPath path, ACLCommand command, MailboxSession session)
            throws MailboxException {
        server.applyRightsCommand(path, command, session);
    }

    @Override
    public Publisher<Void> applyRightsCommandReactive(
            MailboxPath path, ACLCommand command, MailboxSession session) {
        return server.applyRightsCommandReactive(path, command, session);
    }

    @Override
    public void applyRightsCommand(MailboxId id, ACLCommand command, MailboxSession session)
            throws MailboxException {
        server.applyRightsCommand(id, command, session);
    }

    @Override
    public void setRights(MailboxPath path, MailboxACL acl, MailboxSession session)
            throws MailboxException {
        server.setRights(path, acl, session);
    }

    @Override
    public void setRights(MailboxId id, MailboxACL acl, MailboxSession session)
            throws MailboxException {
        server.setRights(id, acl, session);
    }

    @Override
    public List<MailboxAnnotation> getAllAnnotations(MailboxPath path, MailboxSession session)
            throws MailboxException {
        return server.getAllAnnotations(path, session);
    }

    @Override
    public Publisher<MailboxAnnotation> getAllAnnotationsReactive(
            MailboxPath path, MailboxSession session) {
        return server.getAllAnnotationsReactive(path, session);
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeys(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys)
            throws MailboxException {
        return server.getAnnotationsByKeys(path, session, keys);
    }

    @Override
    public Publisher<MailboxAnnotation> getAnnotationsByKeysReactive(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) {
        return server.getAnnotationsByKeysReactive(path, session, keys);
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithOneDepth(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys)
            throws MailboxException {
        return server.getAnnotationsByKeysWithOneDepth(path, session, keys);
    }

    @Override
    public Publisher<MailboxAnnotation> getAnnotationsByKeysWithOneDepthReactive(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) {
        return server.getAnnotationsByKeysWithOneDepthReactive(path, session, keys);
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithAllDepth(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys)
            throws MailboxException {
        return server.getAnnotationsByKeysWithAllDepth(path, session, keys);
    }

    @Override
    public Publisher<MailboxAnnotation> getAnnotationsByKeysWithAllDepthReactive(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) {
        return server.getAnnotationsByKeysWithAllDepthReactive(path, session, keys);
    }

    @Override
    public void updateAnnotations(
            MailboxPath path, MailboxSession session, List<MailboxAnnotation> mailboxAnnotations)
            throws MailboxException, AnnotationException {
        server.updateAnnotations(path, session, mailboxAnnotations);
    }

    @Override
    public Publisher<Void> updateAnnotationsReactive(
            MailboxPath path, MailboxSession session, List<MailboxAnnotation> mailboxAnnotations) {
        return server.updateAnnotationsReactive(path, session, mailboxAnnotations);
    }
}
