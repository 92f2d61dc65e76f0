package org.jamestandem.kernel.tasks;

import java.util.Map;

/**
 * What is to be done.
 *
 * @param work the {@link Work#name}
 * @param parameters what it needs to know; shown by webadmin
 */
public record WorkOrder(String work, Map<String, String> parameters) {
    public WorkOrder {
        parameters = Map.copyOf(parameters);
    }

    /** A parameter that whoever placed the order always gives. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(work + " needs the parameter " + name);
        }
        return value;
    }
}
