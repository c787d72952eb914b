package be.leerkring.meetings.memory;

import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Erases a person from what the network remembers: from the meetings of every session, and from all wishes, their own
 * and those about them. What two organisations have met stays, for it names nobody. Whoever is cut off half-way can do
 * it again.
 */
@Singleton
public final class Forgetting {

    private final Table table;
    private final MeetingMemory memory;
    private final ContactWishes wishes;

    public Forgetting(Table table, MeetingMemory memory, ContactWishes wishes) {
        this.table = table;
        this.memory = memory;
        this.wishes = wishes;
    }

    /**
     * Somebody whom nothing remembers.
     *
     * @param always the key in the network
     * @param acquaintances those who met this person and could have wished to meet again, by the same keys
     * @param unchanged belongs into the transaction that erases the registration: refuses it where the session was
     *     remembered, with this person in it, after this was done
     */
    public record Forgotten(String always, Set<String> acquaintances, Write unchanged) {}

    /** Erases a person, by the key in the network, who is about to erase their registration for this session. */
    public Forgotten forget(String session, String always) {
        var acquaintances = new HashSet<String>();
        var all = memory.allPeople();
        all.forEach(met -> met.metBy(always).forEach(somebody -> acquaintances.add(somebody.always())));
        forgetWishes(always, acquaintances);
        var here = all.stream().filter(met -> met.session().equals(session)).findFirst();
        for (var met : all) {
            if (met.has(always)) {
                var left = forget(met, always);
                here = met.session().equals(session) ? left : here;
            }
        }
        return new Forgotten(always, acquaintances, memory.unchanged(session, here));
    }

    /** Erases from what is remembered of a session whoever is not registered for it any more. */
    public void keepOnly(String session, Set<String> registered) {
        var met = memory.anyIn(table.read(List.of(memory.people(session))), session);
        for (var somebody : met.map(PeopleMet::people).orElse(List.of())) {
            if (!registered.contains(somebody.person())) {
                var _ = forget(met.get(), somebody.always());
            }
        }
    }

    /** Erases what others may have wished while the registration was being erased; nobody can wish it after that. */
    public void forgetWishes(Forgotten forgotten) {
        forgetWishes(forgotten.always(), forgotten.acquaintances());
    }

    private void forgetWishes(String always, Set<String> acquaintances) {
        acquaintances.forEach(other -> forgetWish(other, always));
        table.delete(List.of(wishes.key(always)));
    }

    private void forgetWish(String wisher, String always) {
        table.settle(() -> {
            var read = wishes.allIn(table.read(List.of(wishes.key(wisher))), wisher);
            return read.has(always)
                    ? table.write(List.of(wishes.put(read.without(always))))
                    : new WriteOutcome.Written();
        });
    }

    private Optional<PeopleMet> forget(PeopleMet read, String always) {
        return table.decide(() -> {
            var met = memory.anyIn(table.read(List.of(memory.people(read.session()))), read.session());
            if (met.isEmpty() || !met.get().has(always)) {
                return Decision.made(met);
            }
            var left = met.get().without(always);
            return table.write(List.of(memory.put(left))).then(Optional.of(left));
        });
    }
}
