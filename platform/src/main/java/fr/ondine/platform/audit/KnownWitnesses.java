package fr.ondine.platform.audit;

import java.util.List;

/** What is noted of a trail: by the platform, and by whoever else wrote there or changed what it had written. */
record KnownWitnesses(List<AuditWitness> ours, List<AuditWitness> others) {}
