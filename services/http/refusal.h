// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace holdfast::http {

// Why a request is not taken to a handler.
struct Refusal
{
    int status = 400;
    QString code;
    QString detail;
    QByteArray allow {}; // of 405
};

} // namespace holdfast::http
