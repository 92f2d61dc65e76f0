package org.jamestandem.pop3.session.james;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the server should do, in the simplest words: folders are maps from UID to subject, and a
 * subject is a message.
 */
final class MaildropModel {
    private final boolean hides;
    private final Set<String> hidden = new HashSet<>();
    private final Map<Long, String> away = new TreeMap<>();
    private Map<Long, String> inbox = new TreeMap<>();

    MaildropModel(boolean hides) {
        this.hides = hides;
    }

    Map<Long, String> inbox() {
        return inbox;
    }

    Map<Long, String> away() {
        return away;
    }

    void recreateInbox() {
        inbox = new TreeMap<>();
    }

    /** A session that opens now. */
    Session open() {
        Map<String, List<Long>> uids = new LinkedHashMap<>();
        inbox.forEach(
                (uid, subject) -> {
                    if (!hidden.contains(subject)) {
                        uids.computeIfAbsent(subject, any -> new ArrayList<>()).add(uid);
                    }
                });
        return new Session(inbox, uids);
    }

    /** One session: what it was offered, and what it marked. */
    final class Session {
        private final Map<Long, String> folder;
        private final Map<String, List<Long>> uids;
        private final List<String> offered;
        private final Set<Integer> deleted = new TreeSet<>();

        private Session(Map<Long, String> folder, Map<String, List<Long>> uids) {
            this.folder = folder;
            this.uids = uids;
            this.offered = List.copyOf(uids.keySet());
        }

        int size() {
            return offered.size();
        }

        String subject(int number) {
            return offered.get(number - 1);
        }

        boolean has(int number) {
            return number >= 1 && number <= offered.size() && !deleted.contains(number);
        }

        /** Whether its text can still be read. */
        boolean canRead(int number) {
            return has(number)
                    && folder == inbox
                    && uids.get(subject(number)).stream().anyMatch(inbox::containsKey);
        }

        /** James in memory lets an open session read on in a folder that is deleted. */
        boolean mayStillRead(int number) {
            return has(number) && folder != inbox;
        }

        void delete(int number) {
            deleted.add(number);
        }

        void reset() {
            deleted.clear();
        }

        List<Integer> numbers() {
            List<Integer> numbers = new ArrayList<>();
            for (int number = 1; number <= offered.size(); number++) {
                if (has(number)) {
                    numbers.add(number);
                }
            }
            return numbers;
        }

        void quit() {
            for (int number : deleted) {
                if (hides) {
                    hidden.add(subject(number));
                } else if (folder == inbox) {
                    inbox.keySet().removeAll(uids.get(subject(number)));
                }
            }
        }
    }
}
