package org.jamestandem.kernel.tasks.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.apache.james.server.task.json.dto.TaskDTO;
import org.jamestandem.kernel.tasks.WorkTask;

/**
 * @param after null at the beginning
 */
record WorkTaskJson(
        @JsonProperty("type") String type,
        @JsonProperty("work") String work,
        @JsonProperty("parameters") Map<String, String> parameters,
        @JsonProperty("after") String after)
        implements TaskDTO {
    static WorkTaskJson of(WorkTask task) {
        return new WorkTaskJson(
                WorkTasks.TYPE,
                task.order().work(),
                task.order().parameters(),
                task.after().orElse(null));
    }

    @Override
    public String getType() {
        return type;
    }
}
