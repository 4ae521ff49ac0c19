/**
 * Names of properties that mean something only within the widget, so the build may write them short. What the
 * browser, the server or the visitor's storage knows by its name has no place here: `own-names.test.ts` looks.
 */
export const ownNames = `
again afterMs answerWithinMs askForPerson backoffMs cell chatWith componentDidMount componentDidUpdate
componentWillUnmount consider dom draft editOf everyMs failedUrl filesLastMs forget hasBegun hasFailed hear heartbeatMs
isAhead isAsking isAway isEmpty isFocused isLooking isOffered isOnline isOpen isOver isOwn isReady isSending
isUnderWay isWaiting isWatched kept lastOwn markRead mayEdit mentioned names newId notice onAttach onChoose
onClose onEdit openSocket outbox pace pageEveryMs phase problem props recall receiptAfterMs refusal
revise reviseLast revision setState settled shouldComponentUpdate siteKey toEnd tryAgain upTo wordsOf
`
  .trim()
  .split(/\s+/);

/** The browser has these too, of things that the widget leaves alone. */
export const lentNames = `
attachments begin children current discard embed failure flush host memory progress put refresh resume transcript update
view wake
`
  .trim()
  .split(/\s+/);
