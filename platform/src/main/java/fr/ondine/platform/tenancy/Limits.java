package fr.ondine.platform.tenancy;

/**
 * How much of the platform one utility may use, set by the operator.
 *
 * @param requestsPerSecond of its visitors, on each node
 * @param concurrentJobs that run at the same time, on all nodes together
 * @param mailsPerDay in any 24 hours; what is over waits
 * @param storageMegabytes of its schema and its documents together
 */
public record Limits(int requestsPerSecond, int concurrentJobs, int mailsPerDay, int storageMegabytes) {

    /** Whether there is something left to use of each. */
    public boolean leaveSome() {
        return requestsPerSecond > 0 && concurrentJobs > 0 && mailsPerDay > 0 && storageMegabytes > 0;
    }
}
