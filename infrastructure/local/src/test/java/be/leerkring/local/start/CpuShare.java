package be.leerkring.local.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The part of a processor that Lambda gives a function by its memory, 1,769 MB for a whole one (AWS: "Configure Lambda
 * function memory"), by a group of the kernel's: in slices of 20 ms, which its users have seen Lambda take.
 */
final class CpuShare implements AutoCloseable {

    private static final Path V1 = Path.of("/sys/fs/cgroup/cpu");
    private static final Path V2 = Path.of("/sys/fs/cgroup");
    private static final int SLICE = 20_000;
    private static final double WHOLE = 1_769;

    private final Path group;
    private final double share;
    private final List<ProcessHandle> held = new ArrayList<>();

    /** Makes the group, which takes the rights of root. */
    CpuShare(int memory) {
        share = memory / WHOLE;
        var isV1 = Files.exists(V1.resolve("cpu.cfs_quota_us"));
        group = (isV1 ? V1 : V2).resolve("leerkring-" + ProcessHandle.current().pid());
        var quota = Math.round(share * SLICE);
        try {
            Files.createDirectory(group);
            if (isV1) {
                Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(SLICE));
                Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
            } else {
                Files.writeString(group.resolve("cpu.max"), quota + " " + SLICE);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("The kernel's groups (" + group + ") want root, and cgroups", refused);
        }
    }

    /** From now on the process has no more than that. */
    void hold(ProcessHandle process) {
        held.add(process);
        try {
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f of a processor, by %s", share, group.getParent());
    }

    /** Waits for the processes that it held, which have been told to end. */
    @Override
    public void close() {
        held.forEach(process -> process.onExit().join());
        try {
            Files.delete(group);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}
