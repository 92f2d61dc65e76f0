package org.jamestandem.kernel.tasks.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.server.task.json.dto.AdditionalInformationDTO;
import org.jamestandem.kernel.tasks.Progress;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.WorkOrder;

/**
 * @param place null before the first step
 * @param notes null in what an earlier version wrote
 */
record WorkDetailsJson(
        @JsonProperty("type") String type,
        @JsonProperty("timestamp") Instant timestamp,
        @JsonProperty("work") String work,
        @JsonProperty("parameters") Map<String, String> parameters,
        @JsonProperty("place") String place,
        @JsonProperty("counts") Map<String, Long> counts,
        @JsonProperty("notes") List<String> notes)
        implements AdditionalInformationDTO {
    static WorkDetailsJson of(WorkDetails details) {
        return new WorkDetailsJson(
                WorkTasks.TYPE,
                details.timestamp(),
                details.order().work(),
                details.order().parameters(),
                details.progress().place().orElse(null),
                details.progress().counts(),
                details.progress().notes());
    }

    WorkDetails details() {
        return new WorkDetails(
                new WorkOrder(work, parameters),
                new Progress(Optional.ofNullable(place), counts, notes == null ? List.of() : notes),
                timestamp);
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public Instant getTimestamp() {
        return timestamp;
    }
}
