export const offers = {
  title: 'Orders to claim',
  none: 'Nothing to claim just now; it will appear here',
  left: '{{seconds}} s left',
  over: 'Round over',
  roundOver: 'The round is over; wait for news',
  toAppoint: 'Time to be agreed with the customer',
  distance: '{{km}} km from your home · ',
  why: 'difficulty {{difficulty}} · round {{round}}',
  atStars: 'At five stars and your grade, without distance and night',
  byDiagnosis: 'At five stars, by the repair class you diagnose, without distance and night',
  claim: 'Claim',
};
