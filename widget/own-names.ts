/**
 * Names of properties that mean something only within the widget, so the build may write them short. What the
 * browser, the server or the visitor's storage knows by its name has no place here: `own-names.test.ts` looks.
 */
export const ownNames = `
afterMs again answerWithinMs backoffMs cell chat chatWith componentDidMount componentDidUpdate
componentWillUnmount consider dom draft editOf everyMs failedUrl filesLastMs forget halfSaid halfSaidLastsMs hasBegun hasFailed hear heartbeatMs
isAhead isAsking isAway isEmpty isFirst isFocused isLast isLooking isOffered isOnline isOpen isOriginal isOver isOwn isReady isSending isUnderWay
isWaiting isWatched kept lastOwn leave markRead mayEdit mentioned names newId notice onAttach onChoose onClose onEdit
onPress openSocket outbox outgoing pace pageEveryMs phase press problem props recall receiptAfterMs refusal revise reviseLast
newest attach revision room setState settled shouldComponentUpdate siteKey toEnd tryAgain upTo wordsOf
`
  .trim()
  .split(/\s+/);
