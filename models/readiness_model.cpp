// SPDX-License-Identifier: Apache-2.0
#include "models/readiness_model.h"

namespace holdfast::models {

namespace {

const auto board = QStringLiteral("readiness");
const auto onlyState = QStringLiteral("state");
const auto warning = QStringLiteral("warning"); // the service counts and filters by the same rule

} // namespace

ReadinessModel::ReadinessModel(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

void ReadinessModel::refresh()
{
    m_call.cancel();
    m_call = client::consume(m_api.offlineReadiness(), this,
                             [this](contract::Result<contract::OfflineReadiness> readiness) {
                                 if (readiness) {
                                     m_readiness = std::move(*readiness);
                                     m_state = State::Ready;
                                 } else {
                                     m_error = readiness.error();
                                     m_state = State::Failed;
                                 }
                                 Q_EMIT changed();
                             });
}

QString ReadinessModel::summary() const
{
    if (m_state != State::Ready) {
        return {};
    }
    if (m_readiness.people == 0) {
        return tr("Nobody could sign in without a network today.");
    }
    return tr("%n person(s) could sign in without a network today", nullptr, m_readiness.people)
        + tr(", on %n workstation(s) that are enrolled.", nullptr, m_readiness.workstations);
}

QList<ReadinessFigure> ReadinessModel::figures() const
{
    if (m_state != State::Ready) {
        return {};
    }
    const contract::OfflineReadiness& r = m_readiness;
    QList<ReadinessFigure> figures {
        {QStringLiteral("endingBeforeMonday"),
         tr("%n person(s) run out before Monday", nullptr, r.endingBeforeMonday),
         Tone::Bad,
         board,
         {{warning, QStringLiteral("endingBeforeMonday")}},
         tr("Runs out before Monday")},
        {QStringLiteral("endingSoon"),
         tr("%n person(s) are below the warning threshold", nullptr, r.endingSoon),
         Tone::Warning,
         board,
         {{warning, QStringLiteral("endingSoon")}},
         tr("Runs out soon")},
        {QStringLiteral("ofLeavers"),
         tr("%n workstation(s) hold data of leavers", nullptr, r.leaversWorkstations),
         Tone::Bad,
         board,
         {{QStringLiteral("leavers"), QStringLiteral("yes")}},
         tr("Of leavers")},
        {QStringLiteral("silentWorkstations"),
         tr("%n workstation(s) silent", nullptr, r.silentWorkstations),
         Tone::Warning,
         QStringLiteral("workstations"),
         {{onlyState, QStringLiteral("silent")}},
         tr("Silent")},
        {QStringLiteral("voidSets"),
         tr("%n package(s) wait to be replaced", nullptr, r.voidSets),
         Tone::Warning,
         board,
         {{onlyState, QStringLiteral("void")}},
         tr("To be replaced")},
        {QStringLiteral("needLogon"),
         tr("%n package(s) need a logon to be renewed", nullptr, r.needLogon),
         Tone::Neutral,
         board,
         {{warning, QStringLiteral("needLogon")}},
         tr("Needs a logon")},
    };
    const QList<int> counts {r.endingBeforeMonday, r.endingSoon, r.leaversWorkstations,
                             r.silentWorkstations, r.voidSets,   r.needLogon};
    for (qsizetype i = counts.size() - 1; i >= 0; --i) {
        if (counts.at(i) == 0) {
            figures.removeAt(i);
        }
    }
    return figures;
}

} // namespace holdfast::models
