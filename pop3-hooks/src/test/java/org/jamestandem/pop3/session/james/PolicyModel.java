package org.jamestandem.pop3.session.james;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the server should do under any policy, in the simplest words: a folder is a map from UID to
 * copies of messages, and devices have sets of messages that they hid or took.
 */
final class PolicyModel {
    /** The device of {@code recent:user}. */
    static final String RECENT = "recent:";

    private static final String EVERY = "*";

    private final Map<String, Map<Long, Copy>> folders = new TreeMap<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Set<String> old = new HashSet<>();
    private long unknownUid;

    /** The options of a device, as they are written. */
    record Options(String offer, String folders, String onRetrieve, String onDelete) {
        List<String> folderNames() {
            return List.of(folders.split(", "));
        }

        boolean untaken() {
            return offer.equals("untaken");
        }

        /** Where a message goes, as the rule says; empty when it stays or goes for good. */
        static String destination(String rule) {
            return rule.equals("trash")
                    ? "Trash"
                    : rule.startsWith("move ") ? rule.substring("move ".length()) : "";
        }
    }

    /** One copy of a message in a folder. */
    record Copy(String message, boolean seen) {
        @Override
        public String toString() {
            return message + (seen ? " seen" : "");
        }
    }

    /** A copy as a session found it. */
    private record Spot(String name, Map<Long, Copy> folder, long uid) {}

    /** What is in a folder; nothing when it is not there. */
    Map<Long, Copy> folder(String name) {
        return folders.computeIfAbsent(name, any -> new TreeMap<>());
    }

    /** The folder is deleted and created anew. */
    void recreate(String name) {
        folders.put(name, new TreeMap<>());
    }

    /** A message that is too old for {@code since} and {@code recent}. */
    void isOld(String message) {
        old.add(message);
    }

    /** A session that opens now. */
    Session open(String device, Options options) {
        Map<String, List<Spot>> spots = new LinkedHashMap<>();
        for (String name : options.folderNames()) {
            Map<Long, Copy> folder = folder(name);
            folder.forEach(
                    (uid, copy) ->
                            spots.computeIfAbsent(copy.message(), any -> new ArrayList<>())
                                    .add(new Spot(name, folder, uid)));
        }
        boolean youngOnly = device.equals(RECENT) || options.offer().matches("since.*|recent.*");
        boolean untakenOnly = !device.equals(RECENT) && options.untaken();
        spots.keySet().removeIf(message -> youngOnly && old.contains(message));
        spots.keySet().removeIf(message -> untakenOnly && of(taken, device).contains(message));
        spots.keySet().removeAll(of(hidden, device));
        spots.keySet().removeAll(of(hidden, EVERY));
        return new Session(device, options, spots);
    }

    private static Set<String> of(Map<String, Set<String>> sets, String device) {
        return sets.computeIfAbsent(device, any -> new HashSet<>());
    }

    /** One session: what it was offered, and what it marked. */
    final class Session {
        private final String device;
        private final Options options;
        private final Map<String, List<Spot>> spots;
        private final List<String> offered;
        private final Set<Integer> retrieved = new TreeSet<>();
        private final Set<Integer> deleted = new TreeSet<>();

        private Session(String device, Options options, Map<String, List<Spot>> spots) {
            this.device = device;
            this.options = options;
            this.spots = spots;
            this.offered = List.copyOf(spots.keySet());
        }

        int size() {
            return offered.size();
        }

        String message(int number) {
            return offered.get(number - 1);
        }

        boolean has(int number) {
            return number >= 1 && number <= offered.size() && !deleted.contains(number);
        }

        boolean canRead(int number) {
            return has(number) && spots.get(message(number)).stream().anyMatch(this::isThere);
        }

        /** James in memory lets an open session read on in a folder that is deleted. */
        boolean mayStillRead(int number) {
            return has(number)
                    && spots.get(message(number)).stream()
                            .anyMatch(spot -> folder(spot.name()) != spot.folder());
        }

        void retrieve(int number) {
            retrieved.add(number);
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
            Set<Integer> touched = new TreeSet<>(retrieved);
            touched.addAll(deleted);
            touched.forEach(number -> end(message(number), wishes(number)));
        }

        private List<String> wishes(int number) {
            List<String> wishes = new ArrayList<>();
            if (deleted.contains(number)) {
                wishes.add(options.onDelete());
            }
            if (retrieved.contains(number)) {
                wishes.add(options.onRetrieve());
            }
            return wishes;
        }

        private void end(String message, List<String> wishes) {
            List<Spot> there = spots.get(message).stream().filter(this::isThere).toList();
            if (wishes.contains("classic") || wishes.contains("delete")) {
                there.forEach(spot -> spot.folder().remove(spot.uid()));
                return;
            }
            if (options.untaken() && !device.equals(RECENT)) {
                of(taken, device).add(message);
            }
            if (wishes.contains("seen")) {
                there.forEach(spot -> spot.folder().put(spot.uid(), new Copy(message, true)));
            }
            if (wishes.contains("hide")) {
                of(hidden, device).add(message);
            }
            if (wishes.contains("hide-all")) {
                of(hidden, EVERY).add(message);
            }
            wishes.stream()
                    .map(Options::destination)
                    .filter(destination -> !destination.isEmpty())
                    .findFirst()
                    .ifPresent(destination -> move(message, there, destination));
        }

        private void move(String message, List<Spot> there, String destination) {
            of(hidden, device).add(message);
            List<Copy> copies = there.stream().map(s -> s.folder().remove(s.uid())).toList();
            if (!copies.isEmpty()) {
                folder(destination).put(--unknownUid, copies.get(0));
            }
        }

        private boolean isThere(Spot spot) {
            return folder(spot.name()) == spot.folder() && spot.folder().containsKey(spot.uid());
        }
    }
}
