// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace holdfast::testing {

// swtpm on free loopback ports, with a state that outlives it until it is replaced.
class SoftwareTpm
{
public:
    SoftwareTpm() = default;
    ~SoftwareTpm();
    SoftwareTpm(const SoftwareTpm&) = delete;
    SoftwareTpm& operator=(const SoftwareTpm&) = delete;

    bool start();
    void stop();
    // Another TPM in its place, as after a new mainboard.
    void replace();
    // How many counters and other areas of an owner's it holds; -1: it does not answer.
    [[nodiscard]] int ownersAreas() const;
    // Whoever owns the computer keeps the TPM to themselves.
    [[nodiscard]] bool setOwnerPassword() const;
    // Where it answers; the same after it was started again.
    [[nodiscard]] QString tcti() const;

private:
    [[nodiscard]] bool pickPorts();
    QTemporaryDir m_base;
    QProcess m_process;
    quint16 m_port = 0;
    int m_generation = 0;
};

} // namespace holdfast::testing
