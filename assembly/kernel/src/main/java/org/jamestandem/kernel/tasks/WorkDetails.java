package org.jamestandem.kernel.tasks;

import java.time.Instant;
import org.apache.james.task.TaskExecutionDetails;

/** What James keeps of a task of ours, and webadmin shows. */
public record WorkDetails(WorkOrder order, Progress progress, Instant timestamp)
        implements TaskExecutionDetails.AdditionalInformation {}
