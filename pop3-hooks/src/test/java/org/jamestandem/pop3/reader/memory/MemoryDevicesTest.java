package org.jamestandem.pop3.reader.memory;

import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.DevicesContract;

class MemoryDevicesTest implements DevicesContract {
    private final Devices devices = new MemoryDevices();

    @Override
    public Devices devices() {
        return devices;
    }
}
