// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "packaging/cmake/precompiled_core.h"

#include <QAbstractItemModel>
#include <QFuture>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QtWidgets>
