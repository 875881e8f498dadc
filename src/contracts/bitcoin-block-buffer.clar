;; Which Stacks block stands for a Bitcoin block: the first one at or after it.
;;
;; A tenure is the run of Stacks blocks that belong to one Bitcoin block, and not every Bitcoin
;; block has one. So the block that stands for Bitcoin block B opens a tenure of B or later, while
;; the tenure before it belongs to a Bitcoin block before B. A tenure tells only the header hash of
;; its Bitcoin block, not the height: the hash is looked for among the 2100 Bitcoin blocks on either
;; side of B.

;; 42 fifties make the window of 2100: once the hash is found, the rest of the window costs 42 steps
;; instead of 2100.
(define-constant FIFTIES (list
  u0 u50 u100 u150 u200 u250 u300 u350 u400 u450 u500 u550 u600 u650 u700 u750 u800 u850 u900 u950
  u1000 u1050 u1100 u1150 u1200 u1250 u1300 u1350 u1400 u1450 u1500 u1550 u1600 u1650 u1700 u1750
  u1800 u1850 u1900 u1950 u2000 u2050))
(define-constant UNITS (list
  u0 u1 u2 u3 u4 u5 u6 u7 u8 u9 u10 u11 u12 u13 u14 u15 u16 u17 u18 u19 u20 u21 u22 u23 u24 u25
  u26 u27 u28 u29 u30 u31 u32 u33 u34 u35 u36 u37 u38 u39 u40 u41 u42 u43 u44 u45 u46 u47 u48 u49))

;; true: `first-stx-block-height` is the first Stacks block at or after Bitcoin block
;; `btc-block-wanted`.
(define-public (validate-stx-block-brackets-btc-block
    (first-stx-block-height uint)
    (btc-block-wanted uint))
  ;;@ edges
  ;; Underflows, so aborts, for height 0, and near the start of the Bitcoin chain when the tenure
  ;; before is not found.
  (let (
      (tenure (get-tenure-info? burnchain-header-hash first-stx-block-height))
      (tenure-before (get-tenure-info? burnchain-header-hash (- first-stx-block-height u1)))
      (lies-before (is-before tenure-before btc-block-wanted)))
    ;;@ end
    (ok (and
      (not (is-eq tenure tenure-before))
      lies-before
      (is-at-or-after tenure btc-block-wanted)))))

(define-private (is-before (tenure (optional (buff 32))) (height uint))
  (get found (fold look-in-fifty FIFTIES {
    tenure: tenure,
    height: height,
    backwards: true,
    fifty: u0,
    found: false })))

(define-private (is-at-or-after (tenure (optional (buff 32))) (height uint))
  (get found (fold look-in-fifty FIFTIES {
    tenure: tenure,
    height: height,
    backwards: false,
    fifty: u0,
    found: false })))

(define-private (look-in-fifty
    (fifty uint)
    (search {
      tenure: (optional (buff 32)),
      height: uint,
      backwards: bool,
      fifty: uint,
      found: bool }))
  (if (get found search)
    search
    (fold look-at UNITS (merge search { fifty: fifty }))))

(define-private (look-at
    (unit uint)
    (search {
      tenure: (optional (buff 32)),
      height: uint,
      backwards: bool,
      fifty: uint,
      found: bool }))
  (if (get found search)
    search
    (let (
        (distance (+ (get fifty search) unit))
        (height (get height search)))
      (merge search {
        found: (is-eq (get tenure search)
          (if (get backwards search)
            (hash-before height distance)
            (hash-at (+ height distance)))) }))))

(define-private (hash-at (height uint))
  (get-burn-block-info? header-hash height))

;;@ hash-before
(define-private (hash-before (height uint) (distance uint))
  (hash-at (- height (+ distance u1))))
;;@ end
